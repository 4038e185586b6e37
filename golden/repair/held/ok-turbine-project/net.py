from tensorflow.keras import layers, models


def temporal(steps=None, signals=7):
    m = models.Sequential([layers.Input((steps, signals))])
    for rate in (1, 2, 4):
        m.add(layers.Conv1D(12, 3, padding='causal', dilation_rate=rate, activation='relu'))
    m.add(layers.GlobalAveragePooling1D())
    m.add(layers.Dense(1))
    return m
