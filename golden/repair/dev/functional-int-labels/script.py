import keras
from keras import layers, ops

(x_train, y_train), (x_test, y_test) = keras.datasets.fashion_mnist.load_data()
x_train, y_train = x_train[:600], y_train[:600]
x_test, y_test = x_test[:100], y_test[:100]

x_train = ops.expand_dims(x_train / 255.0, -1)
x_test = ops.expand_dims(x_test / 255.0, -1)


def conv_block(x, filters):
    x = layers.SeparableConv2D(filters, 3, padding="same", use_bias=False)(x)
    x = layers.BatchNormalization()(x)
    return layers.ReLU()(x)


inputs = keras.Input(shape=(28, 28, 1))
x = conv_block(inputs, 16)
x = layers.MaxPooling2D(2)(x)
x = conv_block(x, 32)
x = layers.GlobalAveragePooling2D()(x)
outputs = layers.Dense(10, activation="softmax")(x)

model = keras.Model(inputs, outputs)
model.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
model.fit(x_train, y_train, batch_size=50, epochs=2, validation_data=(x_test, y_test))
loss, acc = model.evaluate(x_test, y_test, verbose=0)
print(f"test accuracy {acc:.3f}")
