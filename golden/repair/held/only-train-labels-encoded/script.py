from keras.layers import Dense, Dropout
from keras.models import Sequential
from keras.utils import to_categorical
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

digits = load_digits()
X = digits.data / 16.0
X_tr, X_val, y_tr, y_val = train_test_split(X, digits.target, test_size=0.3, random_state=5, stratify=digits.target)

y_tr = to_categorical(y_tr, 10)

model = Sequential()
model.add(Dense(100, activation='tanh', input_dim=64))
model.add(Dropout(0.25))
model.add(Dense(10, activation='softmax'))
model.compile('sgd', 'categorical_crossentropy', metrics=['accuracy'])

hist = model.fit(X_tr, y_tr,
                 batch_size=50,
                 epochs=10,
                 validation_data=(X_val, y_val),
                 verbose=2)

best = max(hist.history['val_accuracy'])
print('best validation accuracy: {:.2%}'.format(best))
