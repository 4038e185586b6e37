import numpy as np

from loader import FrameSequence
from model import gesture_net

frames = np.random.randint(0, 255, (90, 60, 80, 1), dtype=np.uint8)
gestures = np.random.randint(0, 7, 90)

train = FrameSequence(frames[:70], gestures[:70], 16)
val = FrameSequence(frames[70:], gestures[70:], 10, shuffle=False)

model = gesture_net(7, frames.shape[1:])
model.compile(optimizer="nadam", loss="categorical_crossentropy", metrics=["accuracy"])
model.fit(train, validation_data=val, epochs=2)
