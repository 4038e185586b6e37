import numpy as np
import tensorflow as tf


class Regressor(tf.keras.Model):
    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            pred = self(x, training=True)
            loss = self.compute_loss(x=x, y=y, y_pred=pred)
        grads = tape.gradient(loss, self.trainable_weights)
        grads, _ = tf.clip_by_global_norm(grads, 1.0)
        self.optimizer.apply_gradients(zip(grads, self.trainable_weights))
        for m in self.metrics:
            if m.name == "loss":
                m.update_state(loss)
            else:
                m.update_state(y, pred)
        return {m.name: m.result() for m in self.metrics}


inp = tf.keras.Input((36, 36, 2))
x = tf.keras.layers.Conv2D(8, 3, activation="relu")(inp)
x = tf.keras.layers.GlobalAveragePooling2D()(x)
out = tf.keras.layers.Dense(1)(x)
model = Regressor(inp, out)
model.compile("adam", loss="mse", metrics=["mae"])

disp = np.random.rand(48, 36, 36, 2)
depth = disp.mean((1, 2, 3)).reshape(-1, 1)
model.fit(disp, depth, batch_size=12, epochs=3)
