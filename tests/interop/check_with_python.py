#!/usr/bin/env python3
"""Compares AnchorFit's canonical output with that of Python's protobuf, to the byte.

Usage: check_with_python.py [FOLDER ...]

Every FOLDER holds pairs: a source in text format (NAME.config, NAME.pbtxt, NAME.textproto) and
NAME.canonical, what AnchorFit makes of it. Python merges the source into a message of the same schema
(text_format.Merge, as the trainer does) and prints it (text_format.MessageToString); the bytes must be
equal, and reading them again must give an equal message. Without FOLDER the committed golden pairs are
checked. The test class PythonInteropTests writes pairs of a whole corpus and calls this script.

Needs the Python package protobuf and the compiler protoc (PROTOC names another than the one on the
path); on Debian: apt-get install python3-protobuf protobuf-compiler.
Exit codes: 0 all equal, 1 a difference, 77 skipped because something is missing.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
TESTS = HERE.parent / "AnchorFit.Build.Tests"
SCHEMA = HERE.parent.parent / "src" / "AnchorFit.Build.Tasks" / "Protos"
ROOTS = {
    ".config": "object_detection.protos.TrainEvalPipelineConfig",
    ".pbtxt": "object_detection.protos.StringIntLabelMap",
    ".textproto": "anchorfit.tests.EveryType",
}


def skip(reason):
    print("skipped: " + reason)
    sys.exit(77)


try:
    from google.protobuf import descriptor_pb2, descriptor_pool, message_factory, text_format
except ImportError:
    skip("the Python package protobuf is not installed (Debian: python3-protobuf)")


def load_schema():
    """The messages by full name, from descriptors, so that the versions of protoc and package may differ."""
    protoc = os.environ.get("PROTOC") or shutil.which("protoc")
    if not protoc:
        skip("protoc is not on the path (Debian: protobuf-compiler)")
    files = sorted(str(p.relative_to(SCHEMA)) for p in SCHEMA.glob("object_detection/protos/*.proto"))
    with tempfile.TemporaryDirectory() as folder:
        output = os.path.join(folder, "schema.bin")
        subprocess.run(
            [protoc, f"-I{SCHEMA}", f"-I{TESTS / 'Protos'}", f"--descriptor_set_out={output}",
             *files, "every_type.proto"],
            check=True)
        with open(output, "rb") as stream:
            schema = descriptor_pb2.FileDescriptorSet.FromString(stream.read())
    pool = descriptor_pool.DescriptorPool()
    for file in in_order_of_imports(schema.file):
        pool.Add(file)
    make = getattr(message_factory, "GetMessageClass", None) or message_factory.MessageFactory(pool).GetPrototype
    return {name: make(pool.FindMessageTypeByName(name)) for name in ROOTS.values()}


def in_order_of_imports(files):
    by_name = {file.name: file for file in files}
    done = []

    def add(file):
        for name in file.dependency:
            add(by_name[name])
        if file not in done:
            done.append(file)

    for file in files:
        add(file)
    return done


def check(source, message_class):
    """None where all is equal, otherwise what is not."""
    message = message_class()
    text_format.Merge(source.read_text(encoding="utf-8"), message)
    expected = text_format.MessageToString(message, as_utf8=False).encode("utf-8")
    actual = source.with_suffix(".canonical").read_bytes()
    if actual != expected:
        for number, (left, right) in enumerate(zip(expected.split(b"\n"), actual.split(b"\n")), 1):
            if left != right:
                return f"line {number}: Python has {left!r}, AnchorFit {right!r}"
        return f"Python has {len(expected)} bytes, AnchorFit {len(actual)}"
    again = text_format.Parse(actual.decode("utf-8"), message_class())
    return None if again.SerializeToString(deterministic=True) == message.SerializeToString(deterministic=True) \
        else "the canonical text reads back as another message"


def main(folders):
    messages = load_schema()
    equal = different = 0
    for folder in folders:
        for source in sorted(pathlib.Path(folder).iterdir()):
            if source.suffix not in ROOTS or not source.with_suffix(".canonical").exists():
                continue
            try:
                difference = check(source, messages[ROOTS[source.suffix]])
            except text_format.ParseError as error:
                difference = f"Python cannot read it: {error}"
            if difference:
                different += 1
                print(f"{source.name}: {difference}")
            else:
                equal += 1
    print(f"{equal} equal, {different} different")
    return 1 if different or not equal else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or [TESTS / "PipelineConfig" / "Schema" / "Golden"]))
