"""The guards of the tests themselves: no way out of this machine."""

from __future__ import annotations

import socket

import pytest

OUTSIDE = "OutsideConnectionError"


@pytest.mark.parametrize("host", ["192.0.2.1", "example.org"])
def test_other_machines_are_out_of_reach(host: str) -> None:
    with pytest.raises(Exception, match=host) as caught:
        socket.create_connection((host, 80), timeout=1)
    assert caught.type.__name__ == OUTSIDE
    assert not issubclass(caught.type, OSError)  # else it would read as a network failure


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_no_call_of_a_socket_leads_outside(family: socket.AddressFamily) -> None:
    address = ("192.0.2.1", 80) if family == socket.AF_INET else ("2001:db8::1", 80, 0, 0)
    with socket.socket(family, socket.SOCK_DGRAM) as sender:
        for call in (sender.connect, sender.connect_ex, lambda to: sender.sendto(b"", to)):
            with pytest.raises(Exception, match=address[0]) as caught:
                call(address)
            assert caught.type.__name__ == OUTSIDE


def test_this_machine_is_within_reach() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(("localhost", server.getsockname()[1]), timeout=5) as client,
    ):
        assert client.getpeername() == server.getsockname()
