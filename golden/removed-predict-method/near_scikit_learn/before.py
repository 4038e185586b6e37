import numpy as np
from sklearn.linear_model import LogisticRegression
from tensorflow import keras

x = np.random.rand(40, 4)
y = np.tile([0, 1], 20)
baseline = LogisticRegression().fit(x, y)
model = keras.Sequential([keras.layers.Input((4,)), keras.layers.Dense(1, activation="sigmoid")])
model.compile("sgd", "binary_crossentropy")
model.fit(x, y.astype("float32"), verbose=0)
print(baseline.predict_proba(x)[:2, 1], model.predict(x, verbose=0)[:2, 0])
