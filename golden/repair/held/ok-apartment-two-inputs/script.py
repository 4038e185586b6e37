# rent from floor plan + a few numbers
import numpy as np
from tensorflow.keras.layers import Input, Conv2D, GlobalMaxPooling2D, Dense, Concatenate
from tensorflow.keras.models import Model

rng = np.random.RandomState(3)
plans = rng.rand(70, 40, 60, 1)
numbers = rng.rand(70, 6)
rent = numbers @ rng.rand(6) + 0.1

plan_in = Input(shape=(40, 60, 1), name='plan')
p = Conv2D(8, 5, strides=2, activation='relu')(plan_in)
p = GlobalMaxPooling2D()(p)

num_in = Input(shape=(6,), name='numbers')
n = Dense(8, activation='relu')(num_in)

out = Dense(1)(Concatenate()([p, n]))
model = Model([plan_in, num_in], out)
model.compile('adam', 'mse')
model.fit([plans, numbers], rent, epochs=2, batch_size=10, validation_split=0.2)
print(model.predict([plans[:1], numbers[:1]]))
