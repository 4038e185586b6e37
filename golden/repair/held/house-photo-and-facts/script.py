# price from one photo + a few numbers about the house
import numpy as np
import pandas as pd
from tensorflow.keras.layers import (Input, Conv2D, MaxPooling2D, Flatten, Dense, Concatenate)
from tensorflow.keras.models import Model

np.random.seed(1)
N = 120
N_FACTS = 4

facts = pd.DataFrame({
    'bedrooms': np.random.randint(1, 6, N),
    'bathrooms': np.random.randint(1, 4, N),
    'area': np.random.randint(40, 400, N),
    'zipcode': np.random.choice(['92880', '93446', '93510'], N),
})
price = facts['area'] * 2500 + facts['bedrooms'] * 10000
photos = np.random.rand(N, 32, 32, 3)

facts = facts.drop(columns=['zipcode'])
facts = (facts - facts.mean()) / facts.std()
price = (price / price.max()).values

tab_in = Input(shape=(N_FACTS,), name='facts')
t = Dense(8, activation='relu')(tab_in)
t = Dense(4, activation='relu')(t)

img_in = Input(shape=(32, 32, 3), name='photo')
c = Conv2D(8, 3, activation='relu')(img_in)
c = MaxPooling2D()(c)
c = Flatten()(c)
c = Dense(4, activation='relu')(c)

z = Concatenate()([t, c])
z = Dense(4, activation='relu')(z)
out = Dense(1, activation='linear')(z)

model = Model(inputs=[tab_in, img_in], outputs=out)
model.compile(loss='mean_absolute_percentage_error', optimizer='adam')
model.fit([facts.values, photos], price, epochs=2, batch_size=8, validation_split=0.2)
