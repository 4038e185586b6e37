import pandas as pd
import keras
from keras import layers

field = pd.read_csv("field7.csv", index_col="day")
target = field.pop("moisture")

field = (field - field.mean()) / field.std()
target = target / 100.0

split = int(len(field) * 0.8)
x_train, x_val = field.iloc[:split].to_numpy(), field.iloc[split:].to_numpy()
y_train, y_val = target.iloc[:split].to_numpy(), target.iloc[split:].to_numpy()

model = keras.Sequential(
    [
        keras.Input(shape=(4,)),
        layers.Dense(32, activation="tanh"),
        layers.Dense(1),
    ]
)
model.compile(optimizer=keras.optimizers.Adam(1e-3), loss="mse", metrics=["mae"])
model.fit(x_train, y_train, batch_size=8, epochs=20, validation_data=(x_val, y_val), verbose=2)
print("val mae", model.evaluate(x_val, y_val, verbose=0)[1])
