# weld images are 50 x 70, pad first so that the decoder comes out right
import numpy as np
from tensorflow.keras import layers, Model, Input

imgs = np.random.RandomState(2).rand(36, 50, 70, 1).astype('float32')

inp = Input((50, 70, 1))
x = layers.ZeroPadding2D(((1, 1), (1, 1)))(inp)
x = layers.Conv2D(8, 3, strides=2, padding='same', activation='relu')(x)
x = layers.Conv2D(4, 3, strides=2, padding='same', activation='relu')(x)
code = layers.Flatten()(x)
code = layers.Dense(20)(code)
x = layers.Dense(13 * 18 * 4, activation='relu')(code)
x = layers.Reshape((13, 18, 4))(x)
x = layers.Conv2DTranspose(8, 3, strides=2, padding='same', activation='relu')(x)
x = layers.Conv2DTranspose(1, 3, strides=2, padding='same', activation='sigmoid')(x)
out = layers.Cropping2D(((1, 1), (1, 1)))(x)

ae = Model(inp, out)
ae.compile(optimizer='adam', loss='mse')
ae.fit(imgs, imgs, epochs=2, batch_size=6)
err = np.mean((ae.predict(imgs) - imgs) ** 2, axis=(1, 2, 3))
print(err.round(3))
