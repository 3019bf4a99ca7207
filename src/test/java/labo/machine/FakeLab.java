package labo.machine;

import labo.observe.Facts;

/** A lab of two agents that a test has written. */
public final class FakeLab implements Lab {
    private final Facts facts;
    private final FakeAgent a;
    private final FakeAgent b;
    private int renewals;

    public FakeLab(Facts facts, FakeAgent a, FakeAgent b) {
        this.facts = facts;
        this.a = a;
        this.b = b;
    }

    @Override
    public Facts facts() {
        return facts;
    }

    @Override
    public FakeAgent a() {
        return a;
    }

    @Override
    public FakeAgent b() {
        return b;
    }

    @Override
    public void renew() {
        renewals++;
    }

    /** How often machine A was replaced. */
    public int renewals() {
        return renewals;
    }

    @Override
    public void close() {}
}
