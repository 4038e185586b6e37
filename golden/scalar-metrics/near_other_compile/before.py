import re

import keras  # a report about its logs, no training


class Job:
    def compile(self, name, metrics="mse"):
        self.pattern = re.compile(name)
        self.metrics = metrics


job = Job()
job.compile("epoch", metrics="mae")
print(job.metrics, keras.__name__)
