from sklearn.datasets import load_diabetes
from sklearn.model_selection import train_test_split
from tensorflow import keras
from tensorflow.keras import layers

data = load_diabetes()
train_features, test_features, train_labels, test_labels = train_test_split(
    data.data, data.target, test_size=0.2, random_state=42)

print('Training data:', train_features.shape)

model = keras.Sequential([
    layers.Dense(64, activation='relu', input_shape=train_features.shape),
    layers.Dense(64, activation='relu'),
    layers.Dense(1)
])

model.compile(loss='mae', optimizer=keras.optimizers.RMSprop(0.001), metrics=['mae', 'mse'])

early_stop = keras.callbacks.EarlyStopping(monitor='val_loss', patience=10)
history = model.fit(train_features, train_labels, epochs=50, validation_split=0.2,
                    verbose=0, callbacks=[early_stop])
loss, mae, mse = model.evaluate(test_features, test_labels, verbose=2)
print("Testing set Mean Abs Error: {:5.2f}".format(mae))
