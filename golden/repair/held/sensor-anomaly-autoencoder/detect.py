import numpy as np
from sklearn.preprocessing import MinMaxScaler

from autoencoder import AE

# sensors of a water pump, normal operation only
rng = np.random.RandomState(12)
latent = rng.randn(500, 3)
readings = latent @ rng.randn(3, 18) + 0.05 * rng.randn(500, 18)
readings = MinMaxScaler().fit_transform(readings)
train, test = readings[:400], readings[400:]

autoencoder = AE()
autoencoder.compile(optimizer='adam', loss='mae')
autoencoder.fit(train, train, epochs=5, batch_size=64, validation_data=(test, test), shuffle=True)

reconstructions = autoencoder.predict(train)
train_loss = np.mean(np.abs(reconstructions - train), axis=1)
print("Threshold:", np.mean(train_loss) + 2 * np.std(train_loss))
