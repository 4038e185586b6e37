import torch
from torch import nn


class Tagger(nn.Module):
    def __init__(self, hidden=5):
        super().__init__()
        self.gru = nn.GRU(4, hidden, num_layers=2, bidirectional=True)
        self.rnn = nn.RNN(2 * hidden, 3)
        self.head = nn.Linear(3, 2)

    def forward(self, steps):
        out, _ = self.gru(steps)
        out, last = self.rnn(out)
        return self.head(last.squeeze(0))


model = Tagger()
optimizer = torch.optim.Adam(model.parameters())
for _ in range(3):
    optimizer.zero_grad()
    nn.functional.cross_entropy(model(torch.rand(7, 6, 4)), torch.randint(0, 2, (6,))).backward()
    optimizer.step()
