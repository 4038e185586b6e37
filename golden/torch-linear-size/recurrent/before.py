import torch
import torch.nn as nn


class Forecast(nn.Module):
    def __init__(self, inputs, hidden):
        super().__init__()
        self.lstm = nn.LSTM(inputs, hidden, batch_first=True, bidirectional=True)
        self.out = nn.Linear(hidden, 1)

    def forward(self, series):
        states, _ = self.lstm(series)
        return self.out(states[:, -1, :])


series = torch.randn(40, 12, 6)
target = series[:, -1, :1]
model = Forecast(5, 10)
optimizer = torch.optim.Adam(model.parameters())
for _ in range(3):
    optimizer.zero_grad()
    nn.MSELoss()(model(series), target).backward()
    optimizer.step()
