import h5py
import numpy as np
import tensorflow as tf
import tensorflow.keras.layers as tfl


def load_signs_dataset():
    train_dataset = h5py.File('datasets/train_signs.h5', "r")
    train_set_x_orig = np.array(train_dataset["train_set_x"][:])
    train_set_y_orig = np.array(train_dataset["train_set_y"][:])
    test_dataset = h5py.File('datasets/test_signs.h5', "r")
    test_set_x_orig = np.array(test_dataset["test_set_x"][:])
    test_set_y_orig = np.array(test_dataset["test_set_y"][:])
    train_set_y_orig = train_set_y_orig.reshape((1, train_set_y_orig.shape[0]))
    test_set_y_orig = test_set_y_orig.reshape((1, test_set_y_orig.shape[0]))
    return train_set_x_orig, train_set_y_orig, test_set_x_orig, test_set_y_orig


def convert_to_one_hot(Y, C):
    Y = np.eye(C)[Y.reshape(-1)].T
    return Y


X_train_orig, Y_train_orig, X_test_orig, Y_test_orig = load_signs_dataset()
X_train = X_train_orig / 255.
X_test = X_test_orig / 255.
Y_train = convert_to_one_hot(Y_train_orig, 6)
Y_test = convert_to_one_hot(Y_test_orig, 6)


def convolutional_model(input_shape):
    input_img = tf.keras.Input(shape=input_shape)
    A1 = tfl.ReLU()(tfl.Conv2D(8, 4, padding='same')(input_img))
    P1 = tfl.MaxPool2D(pool_size=8, strides=8, padding='same')(A1)
    A2 = tfl.ReLU()(tfl.Conv2D(16, 2, padding='same')(P1))
    P2 = tfl.MaxPool2D(pool_size=4, strides=4, padding='same')(A2)
    F = tfl.Flatten()(P2)
    return tf.keras.Model(inputs=input_img, outputs=tfl.Dense(6, activation='softmax')(F))


conv_model = convolutional_model((64, 64, 3))
conv_model.compile(optimizer='adam', loss='categorical_crossentropy', metrics=['accuracy'])
conv_model.fit(X_train, Y_train, epochs=2, batch_size=64, validation_data=(X_test, Y_test))
