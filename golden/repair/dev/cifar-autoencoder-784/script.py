# Deep autoencoder, after the blog post
import numpy as np
import keras
from keras.layers import Dense, Input
from keras.models import Model
from keras.datasets import cifar10

(x_train, _), (x_test, _) = cifar10.load_data()
x_train = x_train[:400].astype('float32') / 255.
x_test = x_test[:100].astype('float32') / 255.
x_train = x_train.reshape((len(x_train), np.prod(x_train.shape[1:])))
x_test = x_test.reshape((len(x_test), np.prod(x_test.shape[1:])))

encoding_dim = 32

input_img = Input(shape=(784,))
encoded = Dense(128, activation='relu')(input_img)
encoded = Dense(encoding_dim, activation='relu')(encoded)
decoded = Dense(128, activation='relu')(encoded)
decoded = Dense(784, activation='sigmoid')(decoded)

autoencoder = Model(input_img, decoded)
encoder = Model(input_img, encoded)
autoencoder.compile(optimizer='adam', loss='binary_crossentropy')

autoencoder.fit(x_train, x_train,
                epochs=2,
                batch_size=100,
                shuffle=True,
                validation_data=(x_test, x_test))
codes = encoder.predict(x_test)
print(codes.mean())
