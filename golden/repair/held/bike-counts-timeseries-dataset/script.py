import numpy as np
import keras

SEQ = 24
N_SIGNALS = 4      # count, temperature, wind, humidity

rng = np.random.default_rng(11)
hours = np.arange(24 * 20)
count = 50 + 30 * np.sin(hours * 2 * np.pi / 24) + rng.normal(0, 3, hours.size)
temp = 12 + 6 * np.sin((hours - 3) * 2 * np.pi / 24)
wind = rng.gamma(2.0, 2.0, hours.size)

series = np.stack([count, temp, wind], axis=1)
mean, std = series[:300].mean(axis=0), series[:300].std(axis=0)
series = (series - mean) / std


def split(start, stop):
    return keras.utils.timeseries_dataset_from_array(
        data=series[start:stop - SEQ],
        targets=series[start + SEQ:stop, 0],
        sequence_length=SEQ,
        batch_size=32,
        shuffle=True,
    )


train_ds, val_ds = split(0, 360), split(360, 480)

model = keras.Sequential([
    keras.Input(shape=(SEQ, N_SIGNALS)),
    keras.layers.Conv1D(16, 5, activation="relu"),
    keras.layers.GRU(16),
    keras.layers.Dense(1),
])
model.compile(optimizer="rmsprop", loss="mse", metrics=["mae"])
model.fit(train_ds, epochs=2, validation_data=val_ds)
