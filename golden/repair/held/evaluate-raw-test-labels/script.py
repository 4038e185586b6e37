import argparse

import numpy as np
from sklearn.preprocessing import LabelBinarizer
from tensorflow import keras

parser = argparse.ArgumentParser(description='gesture recognition from glove sensors')
parser.add_argument('--epochs', type=int, default=3)
parser.add_argument('--hidden', type=int, default=40)
args = parser.parse_args()

# 5 flex sensors, 3 axis accelerometer, mean and std of each -> 16 features
gestures = ['fist', 'open', 'point', 'thumb', 'victory', 'pinch']
rs = np.random.RandomState(99)
centers = rs.uniform(-2, 2, (len(gestures), 16))


def record(n):
    idx = rs.randint(0, len(gestures), n)
    return centers[idx] + rs.normal(0, 0.3, (n, 16)), idx


train_x, train_y = record(300)
test_x, test_y = record(60)

lb = LabelBinarizer()
train_y = lb.fit_transform(train_y)

net = keras.models.Sequential([
    keras.layers.InputLayer(shape=(16,)),
    keras.layers.Dense(args.hidden, activation='relu'),
    keras.layers.Dense(len(gestures), activation='softmax'),
])
net.compile(loss='categorical_crossentropy', optimizer=keras.optimizers.Adam(0.01), metrics=['accuracy'])
net.fit(train_x, train_y, epochs=args.epochs, batch_size=30)

loss, acc = net.evaluate(test_x, test_y)
print(f'test accuracy {acc:.3f}')
