import numpy as np
from PIL import Image, ImageDraw
from sklearn.model_selection import train_test_split
from tensorflow.keras import layers, models
from tensorflow.keras.preprocessing.image import ImageDataGenerator

# draw letters A B C D
letters = 'ABCD'
X, y = [], []
for i in range(120):
    im = Image.new('L', (24, 24))
    ImageDraw.Draw(im).text((np.random.randint(2, 14), np.random.randint(0, 12)), letters[i % 4], fill=255)
    X.append(np.array(im))
    y.append(i % 4)
X = np.array(X) / 255.
y = np.array(y)

X_tr, X_te, y_tr, y_te = train_test_split(X, y, stratify=y, random_state=0)

model = models.Sequential([
    layers.Input((24, 24, 1)),
    layers.Conv2D(16, 3, activation='relu'),
    layers.MaxPooling2D(),
    layers.Flatten(),
    layers.Dense(4, activation='softmax'),
])
model.compile('adam', 'sparse_categorical_crossentropy', metrics=['accuracy'])

aug = ImageDataGenerator(width_shift_range=0.1, height_shift_range=0.1)
aug.fit(X_tr)
model.fit(aug.flow(X_tr, y_tr, batch_size=15), epochs=3, validation_data=(X_te, y_te))
