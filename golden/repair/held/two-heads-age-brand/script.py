# predict brand and age of a used car from the ad
import io
import numpy as np
import pandas as pd
from keras.models import Model
from keras.layers import Input, Dense, concatenate

N_BRANDS = 5
brands = ["audi", "bmw", "fiat", "ford", "kia", "opel"]
rng = np.random.RandomState(6)
buf = io.StringIO()
pd.DataFrame({
    "brand": rng.choice(brands, 180),
    "age": rng.randint(0, 15, 180),
    "price": rng.randint(2000, 40000, 180),
    "km": rng.randint(0, 200000, 180),
    "hp": rng.randint(50, 300, 180),
}).to_csv(buf, index=False)
buf.seek(0)

ads = pd.read_csv(buf)
brand = pd.get_dummies(ads["brand"], dtype="float32").values
age = ads["age"].values / 15.0
feats = ads[["price", "km", "hp"]].values
feats = (feats - feats.mean(0)) / feats.std(0)

inp = Input(shape=(3,), name="ad")
shared = Dense(16, activation="relu")(inp)
b = Dense(16, activation="relu")(shared)
out_brand = Dense(N_BRANDS, activation="softmax", name="brand")(b)
a = Dense(8, activation="relu")(concatenate([shared, b]))
out_age = Dense(1, name="age")(a)

model = Model(inputs=inp, outputs=[out_brand, out_age])
model.compile(
    optimizer="adam",
    loss={"brand": "categorical_crossentropy", "age": "mse"},
    metrics={"brand": ["accuracy"], "age": ["mae"]},
)
model.fit(feats, {"brand": brand, "age": age}, epochs=3, batch_size=30, validation_split=0.1)
