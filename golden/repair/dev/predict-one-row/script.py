from keras.models import Sequential
from keras.layers import Dense
import numpy as np

np.random.seed(7)
# pregnancies, glucose, pressure, skin, insulin, bmi, pedigree, age, outcome
dataset = np.loadtxt("patients.csv", delimiter=",")
X = dataset[:, 0:8]
Y = dataset[:, 8]

model = Sequential()
model.add(Dense(12, input_dim=8, activation='relu'))
model.add(Dense(8, activation='relu'))
model.add(Dense(1, activation='sigmoid'))
model.compile(loss='binary_crossentropy', optimizer='adam', metrics=['accuracy'])
model.fit(X, Y, epochs=10, batch_size=10, verbose=0)

scores = model.evaluate(X, Y)
print("\n%s: %.2f%%" % (model.metrics_names[1], scores[1]*100))

new_patient = np.array([6, 148, 72, 35, 0, 33.6, 0.627, 50])
prob = model.predict(new_patient)
print("sick" if prob[0][0] > 0.5 else "healthy", prob)
