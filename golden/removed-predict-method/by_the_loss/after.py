import numpy as np
from tensorflow import keras

widths = [8, 4]
model = keras.Sequential([keras.layers.Input((6,))])
for width in np.array(widths):
    model.add(keras.layers.Dense(int(width)))
model.compile("sgd", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
model.fit(np.random.rand(24, 6), np.random.randint(0, 4, 24), verbose=0)
best = np.argmax(model.predict(np.random.rand(5, 6)), axis=-1)
print(best)
