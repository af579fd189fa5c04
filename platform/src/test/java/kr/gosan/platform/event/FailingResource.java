package kr.gosan.platform.event;

import java.sql.SQLException;
import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;

/** A participant that ends the transaction the way a database does whose connection or constraint fails at commit. */
final class FailingResource implements XAResource {

    private final String sqlState;

    FailingResource(String sqlState) {
        this.sqlState = sqlState;
    }

    @Override
    public int prepare(Xid xid) throws XAException {
        throw failure();
    }

    @Override
    public void commit(Xid xid, boolean onePhase) throws XAException {
        throw failure();
    }

    private XAException failure() {
        XAException failure = new XAException(XAException.XA_RBROLLBACK);
        failure.initCause(new SQLException("at commit", sqlState));
        return failure;
    }

    @Override
    public void start(Xid xid, int flags) {}

    @Override
    public void end(Xid xid, int flags) {}

    @Override
    public void rollback(Xid xid) {}

    @Override
    public void forget(Xid xid) {}

    @Override
    public Xid[] recover(int flag) {
        return new Xid[0];
    }

    @Override
    public boolean isSameRM(XAResource other) {
        return this == other;
    }

    @Override
    public int getTransactionTimeout() {
        return 0;
    }

    @Override
    public boolean setTransactionTimeout(int seconds) {
        return false;
    }
}
