import numpy as np
from tensorflow import keras

model = keras.Sequential([keras.layers.Input((4,)), keras.layers.Dense(3, activation="softmax")])
model.compile("sgd", "sparse_categorical_crossentropy")
model.fit(np.random.rand(12, 4), np.random.randint(0, 3, 12), verbose=0)
x = np.random.rand(2, 4)
try:
    classes = model.predict_classes(x)
except AttributeError:
    classes = model.predict(x).argmax(-1)
scores = model.predict_proba(x) if hasattr(model, "predict_proba") else model.predict(x)
print(classes, scores)
