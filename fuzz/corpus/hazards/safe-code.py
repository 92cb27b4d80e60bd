import os
import pickle

print(os.system)
