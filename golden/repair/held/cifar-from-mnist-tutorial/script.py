import keras
from keras import layers
from keras.datasets import cifar10

# 1. data
(x_train, y_train), (x_test, y_test) = cifar10.load_data()
x_train = x_train[:2000].astype("float32") / 255.0
y_train = y_train[:2000]
x_test = x_test[:500].astype("float32") / 255.0
y_test = y_test[:500]

# 2. network
inputs = keras.Input(shape=(28, 28, 1))
x = layers.Conv2D(32, 3, activation="relu")(inputs)
x = layers.MaxPooling2D(2)(x)
x = layers.Conv2D(64, 3, activation="relu")(x)
x = layers.MaxPooling2D(2)(x)
x = layers.Flatten()(x)
x = layers.Dropout(0.5)(x)
outputs = layers.Dense(10, activation="softmax")(x)
model = keras.Model(inputs, outputs)
model.summary()

# 3. training
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
model.fit(x_train, y_train, batch_size=128, epochs=3, validation_data=(x_test, y_test))
print(model.evaluate(x_test, y_test))
