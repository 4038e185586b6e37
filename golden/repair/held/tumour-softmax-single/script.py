from sklearn.datasets import load_breast_cancer
from sklearn.metrics import classification_report
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import RobustScaler
from tensorflow import keras

cancer = load_breast_cancer()
X_train, X_test, y_train, y_test = train_test_split(
    cancer.data, cancer.target, test_size=0.25, stratify=cancer.target, random_state=3)

scaler = RobustScaler().fit(X_train)


def make_mlp(width=20, depth=2):
    mlp = keras.Sequential(name='mlp')
    mlp.add(keras.layers.InputLayer((30,)))
    for _ in range(depth):
        mlp.add(keras.layers.Dense(width, activation='elu'))
    mlp.add(keras.layers.Dense(1, activation='softmax'))
    mlp.compile(optimizer=keras.optimizers.Adam(0.005), loss='binary_crossentropy', metrics=['accuracy'])
    return mlp


mlp = make_mlp()
mlp.fit(scaler.transform(X_train), y_train, epochs=15, batch_size=32, verbose=0)
pred = mlp.predict(scaler.transform(X_test)).round().astype(int).ravel()
print(classification_report(y_test, pred, target_names=cancer.target_names, zero_division=0))
