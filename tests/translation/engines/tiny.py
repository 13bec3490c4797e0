"""Tiny models with random weights, made here: real files for the real libraries, without sense."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import pytest

np = pytest.importorskip("numpy")

ZH: Final = [
    "东风汽车与腾讯在武汉签署战略合作协议。",
    "双方将在智能座舱、云服务等领域展开合作。",
    "2025年9月28日，公司昨天成立，总部设在上海。",
    "马化腾出席签约仪式并发表讲话！",
]
EN: Final = [
    "Dongfeng Motor and Tencent signed a strategic cooperation agreement in Wuhan.",
    "The two will work together on smart cockpits, cloud services and other things.",
    "On 28 September 2025 the company was founded, with its head office in Shanghai.",
    "Pony Ma attended the ceremony and gave a speech!",
]
_DIM: Final = 32
_FFN: Final = 64
_HEADS: Final = 2
_FLOAT, _BYTES, _INT8 = 0x404, 0x101, 0x4101
"""Types of Marian's binary format."""

Item = tuple[str, int, tuple[int, ...], bytes]


def vocabulary(texts: Sequence[str]) -> bytes:
    """A sentencepiece model of these texts, with Marian's special pieces."""
    import sentencepiece

    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter([*texts, *ZH, *EN] * 3),
        model_writer=model,
        vocab_size=180,
        hard_vocab_limit=False,
        character_coverage=1.0,
        pad_id=-1,
        bos_id=-1,
        eos_id=0,
        unk_id=1,
        minloglevel=2,
    )
    return model.getvalue()


def size_of(vocabulary: bytes) -> int:
    import sentencepiece

    return sentencepiece.SentencePieceProcessor(model_proto=vocabulary).get_piece_size()


def shapes() -> Iterator[tuple[str, tuple[int, int]]]:
    """Matrices of one encoder and one decoder layer, but for the embeddings."""
    for block in ("encoder_l1_self", "decoder_l1_context"):
        for part in "qkvo":
            yield f"{block}_W{part}", (_DIM, _DIM)
    yield "decoder_l1_rnn_W", (_DIM, _DIM)
    yield "decoder_l1_rnn_Wf", (_DIM, _DIM)
    for block in ("encoder_l1_ffn", "decoder_l1_ffn"):
        yield f"{block}_W1", (_DIM, _FFN)
        yield f"{block}_W2", (_FFN, _DIM)


NORMS: Final = (
    "encoder_l1_self_Wo",
    "encoder_l1_ffn_ffn",
    "decoder_l1_rnn_ffn",
    "decoder_l1_context_Wo",
    "decoder_l1_ffn_ffn",
)


def firefox(source: int, target: int | None = None, seed: int = 1) -> bytes:
    """An int8 model in Marian's binary format, as Mozilla publishes them.

    Args:
        source: Size of the source vocabulary.
        target: Size of the target vocabulary; None: both share one.
        seed: Of its weights.
    """
    noise = np.random.default_rng(seed)
    items = [
        ("special:model.yml", _BYTES, (1,), _described(target or source)),
        *_embeddings(noise, source, target),
    ]
    for name, (rows, columns) in shapes():
        items.append(_int8(name, noise, (rows, columns)))
        items.append(_float(f"{name}_QuantMultA", np.array([20.0])))
        bias = name[: name.rindex("_W")] + "_b" + name[name.rindex("_W") + 2 :]
        items.append(_float(bias, np.zeros(columns)))
    for name in NORMS:
        items.append(_float(f"{name}_ln_scale", np.ones(_DIM)))
        items.append(_float(f"{name}_ln_bias", noise.normal(0, 0.1, _DIM)))
    return _packed(items)


def _described(vocabulary: int) -> bytes:
    text = (
        f"dim-emb: {_DIM}\ntransformer-heads: {_HEADS}\nenc-depth: 1\ndec-depth: 1\n"
        f"transformer-dim-ffn: {_FFN}\ndim-vocabs: {vocabulary}\n"
    )
    return text.encode() + b"\0"


def _embeddings(noise: np.random.Generator, source: int, target: int | None) -> list[Item]:
    if target is None:
        return [_int8("Wemb", noise, (source, _DIM)), _float("none_QuantMultA", np.array([20.0]))]
    return [
        _int8("encoder_Wemb", noise, (source, _DIM)),
        _int8("decoder_Wemb", noise, (target, _DIM)),
        ("decoder_Wemb_QuantMultA", _INT8, (1, 1), struct.pack("<bf", 127, 127 / 20.0) + bytes(3)),
    ]


def _int8(name: str, noise: np.random.Generator, shape: tuple[int, int]) -> Item:
    values = noise.integers(-127, 128, shape[0] * shape[1], dtype=np.int8)
    return name, _INT8, shape, values.tobytes() + struct.pack("<f", 127.0)


def _float(name: str, values: np.ndarray[Any, Any]) -> Item:
    return name, _FLOAT, (1, len(values)), values.astype("<f4").tobytes()


def _packed(items: Sequence[Item]) -> bytes:
    """Items in Marian's binary format: heads, names, shapes, a gap, the data."""
    parts = [struct.pack("<QQ", 1, len(items))]
    for name, kind, shape, data in items:
        parts.append(struct.pack("<QQQQ", len(name) + 1, kind, len(shape), len(data)))
    parts += [name.encode() + b"\0" for name, *_ in items]
    parts += [struct.pack(f"<{len(shape)}i", *shape) for _, _, shape, _ in items]
    gap = -(sum(map(len, parts)) + 8) % 256
    parts += [struct.pack("<Q", gap), bytes(gap), *(data for *_, data in items)]
    return b"".join(parts)


def opus(folder: Path, *, tokens: Sequence[str] = (), seed: int = 1) -> Path:
    """A folder with a CTranslate2 model of a Marian model, as OPUS-MT's are converted.

    Args:
        folder: To be made.
        tokens: Further entries of the vocabulary, such as ``>>cmn_Hans<<``.
        seed: Of its weights.
    """
    import sentencepiece
    from ctranslate2.converters import MarianConverter

    pieces = vocabulary([])
    model = sentencepiece.SentencePieceProcessor(model_proto=pieces)
    words = [model.id_to_piece(n) for n in range(model.get_piece_size())] + [*tokens]
    made = folder.parent / f"{folder.name}-made"
    made.mkdir(parents=True)
    (made / "vocab.yml").write_text(
        "".join(f'"{_escaped(word)}": {n}\n' for n, word in enumerate(words)), "utf-8"
    )
    np.savez(made / "model.npz", **_marian(len(words), seed))
    vocab = str(made / "vocab.yml")
    MarianConverter(str(made / "model.npz"), [vocab, vocab]).convert(str(folder), force=True)
    for name in ("source.spm", "target.spm"):
        (folder / name).write_bytes(pieces)
    return folder


def _escaped(word: str) -> str:
    return word.replace("\\", "\\\\").replace('"', '\\"')


def _marian(vocabulary: int, seed: int) -> Mapping[str, np.ndarray[Any, Any]]:
    noise = np.random.default_rng(seed)
    config = {
        "type": "transformer", "dim-emb": _DIM, "enc-depth": 1, "dec-depth": 1,
        "transformer-heads": _HEADS, "transformer-dim-ffn": _FFN,
        "transformer-ffn-activation": "relu", "transformer-ffn-depth": 2,
        "transformer-train-position-embeddings": "false", "transformer-preprocess": "''",
        "transformer-postprocess": "dan", "transformer-postprocess-top": "''",
        "transformer-postprocess-emb": "d", "transformer-no-projection": "false",
        "transformer-guided-alignment-layer": "last",
        "transformer-decoder-autoreg": "self-attention", "tied-embeddings-all": "true",
        "transformer-aan-depth": 2,
    }  # fmt: skip
    text = "".join(f"{key}: {value}\n" for key, value in config.items()).encode() + b"\0"
    found = {
        "special:model.yml": np.frombuffer(text, dtype=np.int8),
        "Wemb": noise.normal(0, 0.3, (vocabulary, _DIM)).astype("f4"),
        "decoder_ff_logit_out_b": np.zeros((1, vocabulary), "f4"),
    }
    blocks = ("encoder_l1_self", "decoder_l1_self", "decoder_l1_context")
    for block in blocks:
        for part in "qkvo":
            found[f"{block}_W{part}"] = noise.normal(0, 0.3, (_DIM, _DIM)).astype("f4")
            found[f"{block}_b{part}"] = np.zeros((1, _DIM), "f4")
    for block in ("encoder_l1_ffn", "decoder_l1_ffn"):
        for part, shape in (("1", (_DIM, _FFN)), ("2", (_FFN, _DIM))):
            found[f"{block}_W{part}"] = noise.normal(0, 0.3, shape).astype("f4")
            found[f"{block}_b{part}"] = np.zeros((1, shape[1]), "f4")
    for name in (*(f"{block}_Wo" for block in blocks), "encoder_l1_ffn_ffn", "decoder_l1_ffn_ffn"):
        found[f"{name}_ln_scale"] = np.ones((1, _DIM), "f4")
        found[f"{name}_ln_bias"] = np.zeros((1, _DIM), "f4")
    return found
