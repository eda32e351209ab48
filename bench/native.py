"""Runs the benchmark's trivial submission as Python programs usually do: in a forked process.

Reads lines `fork N` or `multiprocessing N`, answers each with a JSON list of N times in milliseconds.
"""
import bisect, collections, copy, functools, heapq, itertools, json, math, multiprocessing, operator, os, random, re
import string, sys, time, traceback, typing

CODE = "def f(x):\n    return x + 1\n"


def run():
    namespace = {"__name__": "solution"}
    exec(compile(CODE, "solution.py", "exec"), namespace)
    return str(eval("f(1)", namespace))


def fork():
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(writer, run().encode())
        os._exit(0)
    os.close(writer)
    answer = os.read(reader, 100)
    os.close(reader)
    os.waitpid(child, 0)
    assert answer == b"2"


CONTEXT = multiprocessing.get_context("fork")


def put(queue):
    queue.put(run())


def multiprocess():
    queue = CONTEXT.Queue()
    process = CONTEXT.Process(target=put, args=(queue,))
    process.start()
    assert queue.get() == "2"
    process.join()


def measure(way, runs):
    times = []
    for _ in range(runs):
        began = time.perf_counter()
        way()
        times.append((time.perf_counter() - began) * 1000)
    return times


for line in sys.stdin:
    name, runs = line.split()
    print(json.dumps(measure(fork if name == "fork" else multiprocess, int(runs))), flush=True)
