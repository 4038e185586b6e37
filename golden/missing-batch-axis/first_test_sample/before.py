import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

x_train = np.random.rand(48, 12, 12, 1).astype("float32")
y_train = np.random.randint(0, 3, 48)
x_test = np.random.rand(10, 12, 12, 1).astype("float32")

model = keras.Sequential(
    [
        keras.Input((12, 12, 1)),
        layers.Conv2D(4, 3, activation="relu"),
        layers.Flatten(),
        layers.Dense(3, activation="softmax"),
    ]
)
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
model.fit(x_train, y_train, epochs=1, verbose=0)

print("class:", np.argmax(model.predict(x_test[0], verbose=0)))
for i in range(3):
    print(i, model.predict(x_test[i], verbose=0).argmax())
print("last:", model.predict(x_test[-1], verbose=0).argmax())
