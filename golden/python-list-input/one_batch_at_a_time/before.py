from tensorflow import keras

model = keras.Sequential([keras.layers.Dense(1, input_shape=(2,))])
model.compile(optimizer="sgd", loss="mse")
for step in range(3):
    loss = model.train_on_batch([[0.1, 0.2], [0.3, 0.4]], [[0.3], [0.7]])
    print(step, loss)
