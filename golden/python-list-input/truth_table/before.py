from tensorflow.keras.layers import Dense
from tensorflow.keras.models import Sequential

INPUTS = [[0, 0], [0, 1], [1, 0], [1, 1]]


def make():
    net = Sequential()
    net.add(Dense(4, activation="tanh", input_shape=(2,)))
    net.add(Dense(1, activation="sigmoid"))
    net.compile(loss="binary_crossentropy", optimizer="sgd", metrics=["accuracy"])
    return net


net = make()
net.fit(INPUTS, [0.0, 1.0, 1.0, 0.0], epochs=2, verbose=0)
print(net.evaluate(x=INPUTS, y=[0.0, 1.0, 1.0, 0.0], verbose=0))
for pair in INPUTS:
    print(pair, net.predict([pair], verbose=0))
