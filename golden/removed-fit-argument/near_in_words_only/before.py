import numpy as np
from tensorflow import keras

model = keras.Sequential([keras.layers.Input((2,)), keras.layers.Dense(1)])
model.compile("sgd", "mse")
# workers=4, use_multiprocessing=True and max_queue_size=20 went to the PyDataset
options = {"verbose": 0, "epochs": 2}
model.fit(np.ones((8, 2)), np.ones((8, 1)), **options)
