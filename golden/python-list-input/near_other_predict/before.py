import numpy as np


class Rule:
    def fit(self, x, y):
        self.mean = sum(y) / len(y)

    def predict(self, x):
        return [self.mean for _ in x]


rule = Rule()
rule.fit([1, 2, 3], [2, 4, 6])
print(rule.predict([4]), np.__name__, "beside keras")
