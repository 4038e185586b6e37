import numpy as np
from tensorflow.keras.layers import Conv2D, Dense, Flatten, Input, MaxPooling2D, concatenate
from tensorflow.keras.models import Model

# left and right camera, plus height of the robot
left = np.random.rand(40, 30, 40, 3)
right = np.random.rand(40, 30, 40, 3)
height = np.random.rand(40)
speed = np.random.rand(40)


def eye(name):
    i = Input((30, 40, 3), name=name)
    x = Conv2D(6, 3, activation='relu')(i)
    x = MaxPooling2D(3)(x)
    return i, Flatten()(x)


i1, f1 = eye('left')
i2, f2 = eye('right')
h = Input((1,), name='height')
x = concatenate([f1, f2, h])
x = Dense(16, activation='relu')(x)
out = Dense(1)(x)
model = Model([i1, i2, h], out)
model.compile('adam', 'mae')
model.fit([left, right, height], speed, batch_size=8, epochs=2)
p = model.predict([left[:1], right[:1], height[:1]])
print(p)
