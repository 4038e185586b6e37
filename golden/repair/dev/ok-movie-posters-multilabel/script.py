import io
import numpy as np
import pandas as pd
from sklearn.preprocessing import MultiLabelBinarizer
from tensorflow.keras import layers, models

posters = pd.read_csv(io.StringIO("file,genres\na.jpg,drama|war\nb.jpg,comedy\nc.jpg,comedy|romance|drama\nd.jpg,war\n"))
posters = pd.concat([posters] * 8)
mlb = MultiLabelBinarizer()
Y = mlb.fit_transform(posters["genres"].str.split("|"))
X = np.random.rand(len(posters), 45, 30, 3)

model = models.Sequential()
model.add(layers.Conv2D(8, 3, activation="relu", input_shape=(45, 30, 3)))
model.add(layers.MaxPooling2D(3))
model.add(layers.Flatten())
# a poster may have several genres
model.add(layers.Dense(len(mlb.classes_), activation="sigmoid"))
model.compile("adam", "binary_crossentropy", metrics=["binary_accuracy"])
model.fit(X, Y, epochs=2, batch_size=8)
