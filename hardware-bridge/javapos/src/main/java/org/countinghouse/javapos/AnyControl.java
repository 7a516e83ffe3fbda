package org.countinghouse.javapos;

import jpos.JposException;
import jpos.events.DataListener;
import jpos.events.ErrorListener;
import jpos.events.StatusUpdateListener;

/// What the controls we use have in common, see [ByName].
interface AnyControl {
    int getCapPowerReporting() throws JposException;

    void setPowerNotify(int notify) throws JposException;

    boolean getCapStatisticsReporting() throws JposException;

    void retrieveStatistics(String[] names) throws JposException;

    void addStatusUpdateListener(StatusUpdateListener listener) throws JposException;

    void addDataListener(DataListener listener) throws JposException;

    void addErrorListener(ErrorListener listener) throws JposException;
}
