from tensorflow.keras import Model, Sequential
from tensorflow.keras.layers import Dense


class AE(Model):
    def __init__(self, n_outputs=20):
        super(AE, self).__init__()
        self.encoder = Sequential([
            Dense(12, activation="relu"),
            Dense(6, activation="relu"),
            Dense(3, activation="relu")])
        self.decoder = Sequential([
            Dense(6, activation="relu"),
            Dense(12, activation="relu"),
            Dense(n_outputs, activation="linear")])

    def call(self, x):
        encoded = self.encoder(x)
        decoded = self.decoder(encoded)
        return decoded
