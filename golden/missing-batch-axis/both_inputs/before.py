import numpy as np
from tensorflow.keras import Input, Model
from tensorflow.keras.layers import Concatenate, Dense, Flatten

pictures = np.random.rand(20, 8, 8)
facts = np.random.rand(20, 5)
price = np.random.rand(20)

a, b = Input((8, 8)), Input((5,))
merged = Concatenate()([Flatten()(a), Dense(4)(b)])
model = Model([a, b], Dense(1)(merged))
model.compile("adam", "mse")
model.fit([pictures, facts], price, verbose=0)
k = 7
print(model.predict([pictures[k], facts[k]], verbose=0))
