from dataset import Turbines
from net import temporal


def run(epochs=2):
    model = temporal()
    model.compile(optimizer='adam', loss='huber', metrics=['mae'])
    model.fit(Turbines(), validation_data=Turbines(64), epochs=epochs)
    model.evaluate(Turbines(96))


if __name__ == '__main__':
    run()
