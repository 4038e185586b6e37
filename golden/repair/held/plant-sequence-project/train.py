import config
from loader import LeafSequence
from model import build_classifier


def main():
    train = LeafSequence(64, seed=0)
    valid = LeafSequence(16, seed=1)
    net = build_classifier()
    net.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    net.fit(train, validation_data=valid, epochs=config.EPOCHS)


if __name__ == "__main__":
    main()
