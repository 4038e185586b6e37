import numpy as np
from keras import Model, Input
from keras.layers import Conv2D, MaxPooling2D, Conv2DTranspose, concatenate

rs = np.random.RandomState(8)
photos = rs.rand(30, 64, 64, 3)
masks = (rs.rand(30, 64, 64) > 0.93).astype('float32')
masks = np.expand_dims(masks, -1)

inputs = Input((64, 64, 3))
d1 = Conv2D(8, 3, activation='relu', padding='same')(inputs)
d2 = Conv2D(16, 3, activation='relu', padding='same')(MaxPooling2D(2)(d1))
d3 = Conv2D(32, 3, activation='relu', padding='same')(MaxPooling2D(2)(d2))
u2 = concatenate([Conv2DTranspose(16, 2, strides=2)(d3), d2])
u2 = Conv2D(16, 3, activation='relu', padding='same')(u2)
u1 = concatenate([Conv2DTranspose(8, 2, strides=2)(u2), d1])
u1 = Conv2D(8, 3, activation='relu', padding='same')(u1)
outputs = Conv2D(1, 1, activation='sigmoid')(u1)

unet = Model(inputs, outputs)
unet.compile(optimizer='adam', loss='binary_crossentropy', metrics=['accuracy'])
unet.fit(photos, masks, batch_size=6, epochs=2, validation_split=0.2)
mask = unet.predict(photos[3:4])[0, :, :, 0]
print(mask.shape)
