from sklearn.datasets import load_digits
from keras import layers
import keras
import numpy as np

bunch = load_digits(n_class=6)
images, target = bunch['images'], bunch['target']
split = int(0.8 * len(images))


def batches(imgs, labels, size):
    n = len(imgs)
    while True:
        for a in range(0, n - size + 1, size):
            xb = imgs[a:a + size, :, :, np.newaxis] / 16
            # random brightness
            xb = xb * np.random.uniform(0.8, 1.2, size=(size, 1, 1, 1))
            yb = labels[a:a + size]
            yield [xb, yb]


net = keras.Sequential()
net.add(keras.Input((8, 8, 1)))
net.add(layers.Conv2D(20, 3, activation='relu'))
net.add(layers.Conv2D(20, 3, activation='relu'))
net.add(layers.Flatten())
net.add(layers.Dense(6, activation='softmax'))
net.compile(loss='categorical_crossentropy', optimizer='adam', metrics=['accuracy'])

train_gen = batches(images[:split], target[:split], 32)
test_gen = batches(images[split:], target[split:], 32)
net.fit(train_gen, steps_per_epoch=split // 32, epochs=2, validation_data=test_gen, validation_steps=4)
