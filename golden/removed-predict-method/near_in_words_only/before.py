import numpy as np
from tensorflow import keras

model = keras.Sequential([keras.layers.Input((4,)), keras.layers.Dense(2, activation="softmax")])
model.compile("sgd", "categorical_crossentropy")
model.fit(np.random.rand(12, 4), np.eye(2)[np.arange(12) % 2], verbose=0)
# model.predict_classes(x) of the book does not exist any more
predict_classes = np.argmax(model.predict(np.random.rand(3, 4)), axis=-1)
print("predict_proba", predict_classes)
