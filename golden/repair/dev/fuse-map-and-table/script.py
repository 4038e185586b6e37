import numpy as np
from sklearn.datasets import make_classification
from tensorflow.keras import Model
from tensorflow.keras.layers import Concatenate, Conv2D, Dense, Input, MaxPooling2D


def sar_branch(image):
    """Radar backscatter, two bands."""
    x = Conv2D(12, 3, activation='relu')(image)
    x = MaxPooling2D(2)(x)
    x = Conv2D(24, 3, activation='relu')(x)
    return MaxPooling2D(4)(x)


def weather_branch(table):
    return Dense(10, activation='relu')(table)


image = Input((45, 45, 2))
table = Input((7,))
both = Concatenate()([sar_branch(image), weather_branch(table)])
flood = Dense(1, activation='sigmoid')(both)

model = Model(inputs=[image, table], outputs=flood)
model.compile('adam', 'binary_crossentropy')

tab, y = make_classification(n_samples=64, n_features=7, random_state=0)
sar = np.random.normal(size=(64, 45, 45, 2))
model.fit([sar, tab], y, batch_size=16, epochs=2)
