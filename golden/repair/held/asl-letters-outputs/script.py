import os
import tempfile
import numpy as np
import pandas as pd
from sklearn.preprocessing import LabelBinarizer
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Dense, Conv2D, MaxPool2D, Flatten

# sign_mnist has no J (9) and no Z (25), they need motion
letters = [k for k in range(25) if k != 9]
tmp = os.path.join(tempfile.mkdtemp(), 'sign_mnist_train.csv')
gen = np.random.RandomState(33)
table = gen.randint(0, 256, (240, 28 * 28))
frame = pd.DataFrame(table, columns=['pixel%d' % (i + 1) for i in range(784)])
frame.insert(0, 'label', np.tile(letters, 10))
frame.to_csv(tmp, index=False)

train = pd.read_csv(tmp)
labels = train.pop('label')
label_binarizer = LabelBinarizer()
labels = label_binarizer.fit_transform(labels)
images = train.values.reshape(-1, 28, 28, 1) / 255

model = Sequential()
model.add(Conv2D(32, (3, 3), activation='relu', input_shape=(28, 28, 1)))
model.add(MaxPool2D(2))
model.add(Conv2D(32, (3, 3), activation='relu'))
model.add(MaxPool2D(2))
model.add(Flatten())
model.add(Dense(128, activation='relu'))
model.add(Dense(25, activation='softmax'))
model.compile(loss='categorical_crossentropy', optimizer='adam', metrics=['accuracy'])
model.fit(images, labels, epochs=2, batch_size=60)
