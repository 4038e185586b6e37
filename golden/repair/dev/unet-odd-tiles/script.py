import numpy as np
from tensorflow.keras.layers import Conv2D, Conv2DTranspose, Input, MaxPooling2D, concatenate
from tensorflow.keras.models import Model

SIDE = 50


def load_cells(n):
    """Bright discs on a dark ground, and where they are."""
    yy, xx = np.mgrid[:SIDE, :SIDE]
    imgs, masks = [], []
    for _ in range(n):
        cy, cx, r = np.random.randint(10, SIDE - 10, 3) * np.array([1, 1, 0]) + np.array([0, 0, 6])
        m = ((yy - cy) ** 2 + (xx - cx) ** 2 < r * r).astype('float32')
        imgs.append(m * 0.7 + np.random.rand(SIDE, SIDE) * 0.3)
        masks.append(m)
    return np.array(imgs)[..., None], np.array(masks)[..., None]


inputs = Input((SIDE, SIDE, 1))
c1 = Conv2D(8, 3, activation='relu', padding='same')(inputs)
p1 = MaxPooling2D()(c1)
c2 = Conv2D(16, 3, activation='relu', padding='same')(p1)
p2 = MaxPooling2D()(c2)
c3 = Conv2D(32, 3, activation='relu', padding='same')(p2)
u2 = concatenate([Conv2DTranspose(16, 2, strides=2, padding='same')(c3), c2])
c4 = Conv2D(16, 3, activation='relu', padding='same')(u2)
u1 = concatenate([Conv2DTranspose(8, 2, strides=2, padding='same')(c4), c1])
c5 = Conv2D(8, 3, activation='relu', padding='same')(u1)
outputs = Conv2D(1, 1, activation='sigmoid')(c5)

model = Model(inputs, outputs)
model.compile(optimizer='adam', loss='binary_crossentropy', metrics=['accuracy'])
X, Y = load_cells(20)
model.fit(X, Y, batch_size=5, epochs=2, validation_split=0.2)
