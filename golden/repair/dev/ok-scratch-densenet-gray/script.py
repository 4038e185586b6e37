from keras.applications import MobileNet
from keras.layers import Dense, GlobalAveragePooling2D
from keras.models import Model
import numpy as np

# one channel, so trained from scratch
body = MobileNet(input_shape=(64, 64, 1), alpha=0.25, include_top=False, weights=None)
x = GlobalAveragePooling2D()(body.output)
out = Dense(6, activation='softmax')(x)
model = Model(body.input, out)
model.compile('adam', 'sparse_categorical_crossentropy', metrics=['accuracy'])

sonar = np.random.rand(24, 64, 64)
bottom = np.random.randint(0, 6, 24)
model.fit(sonar[..., None], bottom, batch_size=8, epochs=1)
model.predict(sonar[:1, ..., None])
