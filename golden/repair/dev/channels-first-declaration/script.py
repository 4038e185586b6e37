import numpy as np
from tensorflow.keras.layers import Input, Conv2D, LeakyReLU, Flatten, Dense, Dropout
from tensorflow.keras.models import Model
from tensorflow.keras.optimizers import Adam


class Critic:
    """Real / fake judge of the GAN (generator comes later)."""

    def __init__(self):
        self.img_rows = 64
        self.img_cols = 64
        self.channels = 3
        self.img_shape = (self.channels, self.img_rows, self.img_cols)
        self.net = self.build()
        self.net.compile(loss='binary_crossentropy', optimizer=Adam(0.0002, 0.5), metrics=['accuracy'])

    def build(self):
        img = Input(shape=self.img_shape)
        x = Conv2D(32, kernel_size=3, strides=2, padding='same')(img)
        x = LeakyReLU(0.2)(x)
        x = Dropout(0.25)(x)
        x = Conv2D(64, kernel_size=3, strides=2, padding='same')(x)
        x = LeakyReLU(0.2)(x)
        x = Flatten()(x)
        validity = Dense(1, activation='sigmoid')(x)
        return Model(img, validity)

    def train(self, imgs, steps, batch_size=16):
        valid = np.ones((batch_size, 1))
        fake = np.zeros((batch_size, 1))
        for step in range(steps):
            idx = np.random.randint(0, imgs.shape[0], batch_size)
            noise = np.random.uniform(-1, 1, (batch_size,) + imgs.shape[1:])
            d_real = self.net.train_on_batch(imgs[idx], valid)
            d_fake = self.net.train_on_batch(noise, fake)
            print(step, d_real, d_fake)


if __name__ == '__main__':
    pictures = np.random.uniform(-1, 1, (50, 64, 64, 3))
    Critic().train(pictures, steps=4)
