from tensorflow.keras.datasets import fashion_mnist
from tensorflow.keras.layers import Conv2D, Dense, Flatten, Input
from tensorflow.keras.models import Model

(train_images, train_labels), (test_images, test_labels) = fashion_mnist.load_data()
train_images = train_images.reshape(60000, 28, 28, 1).astype("float32") / 255.0
test_images = test_images.reshape(10000, 28, 28, 1).astype("float32") / 255.0


def build():
    inputs = Input((28, 28, 1))
    x = Conv2D(2, 3, strides=3)(inputs)
    return Model(inputs, Dense(10, activation="softmax")(Flatten()(x)))


model = build()
model.compile("sgd", "sparse_categorical_crossentropy")
model.fit(train_images, train_labels, epochs=1, batch_size=512, verbose=0, validation_data=(test_images, test_labels))
