import numpy as np
from sklearn.datasets import load_digits
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Conv2D, MaxPooling2D, Flatten, Dense

digits = load_digits()
images = digits.images / 16
labels = digits.target

order = np.random.RandomState(0).permutation(len(images))
train_idx, test_idx = order[:1400], order[1400:]

train_images, train_labels = images[train_idx], labels[train_idx]
test_images, test_labels = images[test_idx], labels[test_idx]

num_filters = 8
model = Sequential([
    Conv2D(num_filters, 3),
    MaxPooling2D(pool_size=2),
    Flatten(),
    Dense(10, activation='softmax'),
])

model.compile('adam', loss='sparse_categorical_crossentropy', metrics=['accuracy'])
model.fit(train_images, train_labels, epochs=3, validation_data=(test_images, test_labels))

predictions = model.predict(test_images[:5])
print(np.argmax(predictions, axis=1), test_labels[:5])
